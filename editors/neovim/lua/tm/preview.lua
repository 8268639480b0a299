-- The diagram of the model in the browser, drawn again while one types: a click in it leads to the declaration, and what
-- the cursor stands on is marked in it.

local M = {}

local PAUSE = 80 -- while somebody types, the picture is asked for at most this often, in milliseconds

local address -- of the page, once it is served
local tell -- tells the page something
local buffer -- the text whose model is shown
local view -- the picture that was chosen
local places = {} -- the picture's things and where they are declared
local marked -- what the cursor stands on
local asked = 0
local waits = false

local function client()
  return buffer and vim.api.nvim_buf_is_valid(buffer) and vim.lsp.get_clients({ bufnr = buffer, name = "tm" })[1]
end

local function before(a, b)
  return a.line < b.line or (a.line == b.line and a.character < b.character)
end

-- The innermost thing around a position; where one ends and the next begins, the next.
local function place_at(uri, position)
  local best
  for _, place in ipairs(places) do
    local from, to = place.range.start, place.range["end"]
    local holds = vim.uri_decode(place.uri) == uri and not before(position, from) and not before(to, position)
    if holds and not (best and before(from, best.range.start)) then
      best = place
    end
  end
  return best
end

local function mark()
  local server = client()
  if not server or vim.bo.filetype ~= "tm" then
    return
  end
  local here = vim.lsp.util.make_position_params(0, server.offset_encoding)
  local place = place_at(vim.uri_decode(here.textDocument.uri), here.position)
  marked = place and place.id
  tell({ type = "current", id = marked or vim.NIL })
end

local function draw()
  local server = client()
  if not server then
    return tell({ type = "problem", text = "The language server is not running." })
  end
  asked = asked + 1
  local number = asked
  local params = { textDocument = vim.lsp.util.make_text_document_params(buffer), view = view }
  server:request("tm/preview", params, function(problem, answer)
    if number ~= asked then
      return -- a later question was asked since
    elseif problem then
      tell({ type = "problem", text = problem.message })
    elseif not answer or answer == vim.NIL then
      tell({ type = "problem", text = "There is nothing to draw yet." })
    else
      places = answer.map
      tell({ type = "picture", svg = answer.svg, view = answer.view, views = answer.views })
      mark()
    end
  end, buffer)
end

local function open(id)
  local server = client()
  for _, place in ipairs(places) do
    if place.id == id and server then
      vim.lsp.util.show_document(place, server.offset_encoding, { focus = true, reuse_win = true })
      return
    end
  end
end

local function hear(what, text)
  if what == "ready" then
    draw()
  elseif what == "open" then
    open(text)
  elseif what == "view" then
    view = text
    draw()
  end
end

local function watch()
  local group = vim.api.nvim_create_augroup("tm_preview", {})
  local function follow()
    if vim.bo.filetype == "tm" and vim.api.nvim_get_current_buf() ~= buffer then
      buffer = vim.api.nvim_get_current_buf()
      M.refresh()
    end
  end
  vim.api.nvim_create_autocmd("BufEnter", { group = group, callback = follow })
  vim.api.nvim_create_autocmd({ "CursorMoved", "CursorMovedI" }, { group = group, pattern = "*.tm", callback = mark })
end

-- Shows the model of the current text.
function M.open()
  buffer = vim.api.nvim_get_current_buf()
  if not client() then
    return vim.notify("tm: the language server is not running", vim.log.levels.WARN)
  end
  if not address then
    address, tell = require("tm.loopback").serve(require("tm.page"), hear)
    if not address then
      return vim.notify("tm: there is no port for the preview", vim.log.levels.WARN)
    end
    watch()
  end
  vim.ui.open(address)
end

-- The picture may have changed.
function M.refresh()
  if address and not waits then
    waits = true
    vim.defer_fn(function()
      waits = false
      draw()
    end, PAUSE)
  end
end

return M
