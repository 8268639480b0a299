// W0201, W0403: names that do not follow the convention
type web_service: process "Web service"
process MyApi: web_service
data card_number
