process api: WebService {
  internet_facing

process other: WebService {
  internet_facing = = true
}

flow a: api -> other
