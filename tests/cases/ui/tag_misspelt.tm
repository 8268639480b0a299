// E0206: a misspelt tag
tag pci "In scope of PCI DSS"
store orders { tags = [pic] }
