process a "Title
process b { note = "ends here, x = 1 }
process c { note = """never
ends
