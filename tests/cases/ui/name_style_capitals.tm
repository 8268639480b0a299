// W0201: words of capitals stay words
process API2
process APIGateway
process MyAPI
flow API2 -> APIGateway
flow APIGateway -> MyAPI
