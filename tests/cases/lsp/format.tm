// format: a whole file
process   a{internet_facing
  authentication=OAuth2}
flow a->a
