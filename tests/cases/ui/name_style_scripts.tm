// W0201: a name in Greek capitals; scripts without case are left alone
process Πύλη
process 网关
process шлюз
