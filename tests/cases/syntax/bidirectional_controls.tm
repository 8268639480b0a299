process ok
// a comment with ‮ hidden turn
process b "title ⁦ x"
process c‏d
process e﻿f
