// E0205: three of one name
process api
process api
process api
