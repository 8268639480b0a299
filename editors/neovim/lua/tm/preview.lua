-- The diagram of the model as a page in the browser, written anew whenever the server says that it changed.

local M = {}

local page -- the file that the browser shows
local buffer -- the model that it shows

-- The picture does nothing by itself, and the page lets it load nothing.
local HEAD = [[<!DOCTYPE html><meta charset="utf-8"><title>tm preview</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta http-equiv="refresh" content="2">
]]

local function write(svg)
  local file = assert(io.open(page, "w"))
  file:write(HEAD, svg)
  file:close()
end

local function ask(after)
  local client = vim.lsp.get_clients({ bufnr = buffer, name = "tm" })[1]
  if not client then
    return vim.notify("tm: the language server is not running", vim.log.levels.WARN)
  end
  local params = { textDocument = vim.lsp.util.make_text_document_params(buffer) }
  client:request("tm/preview", params, function(problem, answer)
    if problem then
      vim.notify("tm: " .. problem.message, vim.log.levels.WARN)
    elseif answer and answer ~= vim.NIL then
      write(answer.svg)
      after()
    end
  end, buffer)
end

function M.open()
  buffer = vim.api.nvim_get_current_buf()
  page = page or (vim.fn.tempname() .. ".html")
  ask(function()
    vim.ui.open(page)
  end)
end

function M.refresh()
  if page and buffer and vim.api.nvim_buf_is_valid(buffer) then
    ask(function() end)
  end
end

return M
