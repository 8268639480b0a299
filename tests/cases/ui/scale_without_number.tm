// E0504: a level without its upper end
scale Size { Small = 40%, Middle, Large = 100% }
