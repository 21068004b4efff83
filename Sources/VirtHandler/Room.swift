// The first file of this room; its parts come in folders beside it.
