// E0504: levels that do not rise
scale Size { Small = 40%, Middle = 30%, Large = 100% }
