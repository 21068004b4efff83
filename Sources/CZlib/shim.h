#pragma once
#include <zlib.h>

// Macros that Swift does not see.
static inline int czlib_inflate_init(z_streamp stream) { return inflateInit(stream); }
static inline int czlib_deflate_init(z_streamp stream) { return deflateInit(stream, Z_DEFAULT_COMPRESSION); }
