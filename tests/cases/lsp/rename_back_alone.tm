// rename(api): `was` goes with its line
process gate<|>way {
  external

  was = "api"
}
