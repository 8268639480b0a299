-- One server knows all packages of a repository: what one package declares, others name.

-- The nearest folder under version control, or the outermost one with a `tm.toml`, above a file.
local function workspace(path)
  local repository = vim.fs.root(path, ".git")
  if repository then
    return repository
  end
  local manifests = vim.fs.find("tm.toml", { path = vim.fs.dirname(path), upward = true, limit = math.huge })
  return manifests[#manifests] and vim.fs.dirname(manifests[#manifests])
end

return {
  cmd = { "tm", "lsp" },
  filetypes = { "tm" },
  root_dir = function(buffer, start)
    local path = vim.api.nvim_buf_get_name(buffer)
    -- Files of the library lie in a folder of the server's own; the server that led to them knows who uses them.
    local before = vim.fn.bufnr("#")
    local leads = path:find("/library%-[^/]+/std/")
      and (vim.lsp.get_clients({ name = "tm", bufnr = before > 0 and before or nil })[1] or vim.lsp.get_clients({ name = "tm" })[1])
    start(leads and leads.root_dir or path ~= "" and workspace(path) or nil)
  end,
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
