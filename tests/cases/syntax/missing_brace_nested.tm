boundary outer: Internet {
  process a {
    x = 1
  store b {
    y = 2
  }
}

process z { q = }
