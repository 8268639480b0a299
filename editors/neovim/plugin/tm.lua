if vim.fn.has("nvim-0.11") == 0 then
  vim.notify_once("tm: needs Neovim 0.11 or newer", vim.log.levels.WARN)
  return
end

vim.lsp.enable("tm")

-- Where Neovim does not watch files itself, the server hears of changes outside when one comes back from them.
vim.api.nvim_create_autocmd({ "FocusGained", "TermLeave", "ShellCmdPost", "FileChangedShellPost" }, {
  group = vim.api.nvim_create_augroup("tm_outside", {}),
  callback = function()
    for _, client in ipairs(vim.lsp.get_clients({ name = "tm" })) do
      client:notify("workspace/didChangeWatchedFiles", { changes = {} })
    end
  end,
})

vim.api.nvim_create_user_command("TmPreview", function()
  require("tm.preview").open()
end, { desc = "Show the diagram of the model in the browser, which follows text and cursor" })
