// E0307: a process that is to be a store
process api: store
