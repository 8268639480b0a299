// E0308: a property that the library has already
extend flow { encrypted: Bool }
