// E0504: a scale without levels
scale Size { }
