-- Neovim takes `.tm` for Tcl modules otherwise.
vim.filetype.add({ extension = { tm = "tm" } })
