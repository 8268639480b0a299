// E0115: a process in a process
process api { process worker }
