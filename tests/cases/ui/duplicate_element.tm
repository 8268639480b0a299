// E0205: two elements of one name
process api
store api
