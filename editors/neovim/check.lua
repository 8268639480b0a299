-- Run by `check`: what a user sees in Neovim, asked of Neovim itself.

local function fail(message)
  io.stderr:write("failed: " .. message .. "\n")
  vim.cmd("cquit 1")
end

local function expect(what, found, wanted)
  if not vim.deep_equal(found, wanted) then
    fail(what .. ": found " .. vim.inspect(found) .. ", wanted " .. vim.inspect(wanted))
  end
end

local function colour(line, column)
  local captures = vim.treesitter.get_captures_at_pos(0, line - 1, column - 1)
  return captures[#captures] and captures[#captures].capture
end

-- The second line of the first block.
local function block_line()
  return vim.fn.search("{$", "nw") + 1
end

local function check()
  vim.cmd.edit("../../examples/bookshop/flows.tm")
  expect("file type", vim.bo.filetype, "tm")
  local parser = vim.treesitter.get_parser(0)
  expect("language", parser:lang(), "tm")
  expect("mistakes", parser:parse(true)[1]:root():has_error(), false)
  expect("colours are on", vim.treesitter.highlighter.active[vim.api.nvim_get_current_buf()] ~= nil, true)
  vim.wait(2000, function()
    vim.cmd.normal({ "zx", bang = true })
    return vim.fn.foldlevel(block_line()) > 0
  end)
  expect("fold", vim.fn.foldlevel(block_line()) > 0, true)

  vim.cmd.enew({ bang = true })
  vim.api.nvim_buf_set_lines(0, 0, -1, false, {
    "process api: WebService {",
    "  encrypted = true",
    "}",
  })
  vim.bo.filetype = "tm"
  vim.treesitter.get_parser(0):parse(true)
  expect("colour of a word", colour(1, 1), "keyword")
  expect("colour of a type", colour(1, 14), "type")
  expect("colour of a property", colour(2, 3), "property")
  expect("colour of a truth", colour(2, 15), "boolean")
  expect("comment", vim.bo.commentstring, "// %s")
  print("Neovim colours and folds")
end

local ok, message = pcall(check)
if not ok then
  fail(message)
end
