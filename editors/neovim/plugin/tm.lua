vim.lsp.enable("tm")

vim.api.nvim_create_user_command("TmPreview", function()
  require("tm.preview").open()
end, { desc = "Show the diagram of the model in the browser, drawn again while you type" })
