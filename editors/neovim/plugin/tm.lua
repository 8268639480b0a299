if vim.fn.has("nvim-0.11") == 0 then
  vim.notify_once("tm: needs Neovim 0.11 or newer", vim.log.levels.WARN)
  return
end

vim.lsp.enable("tm")

vim.api.nvim_create_user_command("TmPreview", function()
  require("tm.preview").open()
end, { desc = "Show the diagram of the model in the browser, drawn again while you type" })
