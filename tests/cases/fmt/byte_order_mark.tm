

process a


