#pragma once
#include <libxml/parser.h>
#include <libxml/tree.h>

/* The function is in a variable, which Swift takes for shared state. */
static inline void clibxml2_free(void *memory) { xmlFree(memory); }
