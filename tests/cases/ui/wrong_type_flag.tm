// E0303: a bare name of a property that is not yes or no
data Card { records }
