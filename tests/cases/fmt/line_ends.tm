process a {


  note = """
    two
    lines
  """
}



process b