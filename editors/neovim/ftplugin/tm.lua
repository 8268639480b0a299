vim.bo.commentstring = "// %s"
vim.bo.comments = ":///,://!,://"
vim.bo.shiftwidth = 2
vim.bo.expandtab = true
vim.bo.smartindent = true

-- Colours and folds, where the parser was built: see the README of the folder above.
if pcall(vim.treesitter.start) then
  vim.wo.foldmethod = "expr"
  vim.wo.foldexpr = "v:lua.vim.treesitter.foldexpr()"
  vim.wo.foldlevel = 99
end
