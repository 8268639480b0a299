// rename(api): `was` goes with its line
process gate<|>way {
  internet_facing

  was = "api"
}
