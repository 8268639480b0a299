return {
  cmd = { "tm", "lsp" },
  filetypes = { "tm" },
  root_markers = { "tm.toml", ".git" },
  -- Threats shown in the text: "none", "gate" (above the model's appetite) or "all".
  init_options = { threats = "gate", showReferences = true, openPreview = true },
  handlers = {
    ["tm/previewChanged"] = function()
      require("tm.preview").refresh()
      return vim.NIL
    end,
  },
  commands = {
    -- What the lenses of the server lead to.
    ["tm.showReferences"] = function(command, context)
      local client = vim.lsp.get_client_by_id(context.client_id)
      local encoding = client and client.offset_encoding or "utf-16"
      local items = vim.lsp.util.locations_to_items(command.arguments[3], encoding)
      vim.fn.setqflist({}, " ", { title = command.title, items = items })
      vim.cmd.copen()
    end,
    ["tm.openPreviewToSide"] = function()
      require("tm.preview").open()
    end,
  },
}
