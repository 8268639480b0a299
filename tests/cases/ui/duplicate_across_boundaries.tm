// E0205: boundaries are not scopes
boundary left { process api }
boundary right { process api }
