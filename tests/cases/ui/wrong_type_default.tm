// E0303: a default of another type
extend process { retries: Int = "three" }
