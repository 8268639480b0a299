// E0110: an arrow of another notation
actor u
process api
flow x: u --> api
