// E0303: yes or no where a number is needed
data Card { records = true }
