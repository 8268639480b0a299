// E0115: a property declared in an element
process api { retries: Int }
