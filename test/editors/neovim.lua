-- Drives Neovim as a person would: waits for diagnostics, hovers, chooses the fix for all problems of a rule. What it saw goes to $HUNTMARK_SEEN.
local seen = {}

local function wait(what, condition)
	if not vim.wait(20000, condition, 20) then
		seen.missing = what
	end
end

local function finish()
	local file = io.open(vim.env.HUNTMARK_SEEN, "w")
	file:write(vim.json.encode(seen))
	file:close()
	vim.cmd("qall!")
end

local function main()
	wait("diagnostics", function()
		return #vim.diagnostic.get(0) > 0
	end)
	seen.diagnostics = vim.tbl_map(function(each)
		return { line = each.lnum, column = each.col, code = each.code, message = each.message, severity = each.severity }
	end, vim.diagnostic.get(0))
	seen.client = vim.tbl_map(function(client)
		return client.name
	end, vim.lsp.get_active_clients())

	local line, column = unpack(vim.split(vim.env.HUNTMARK_CURSOR, ":"))
	vim.api.nvim_win_set_cursor(0, { tonumber(line), tonumber(column) })
	local answers = vim.lsp.buf_request_sync(0, "textDocument/hover", vim.lsp.util.make_position_params(), 20000) or {}
	for _, answer in pairs(answers) do
		seen.hover = answer.result and answer.result.contents.value
	end

	vim.ui.select = function(items, options, choose)
		seen.choices = vim.tbl_map(options.format_item or tostring, items)
		for index, title in ipairs(seen.choices) do
			if title:find("^Fix all") then
				return choose(items[index], index)
			end
		end
	end
	local first = vim.diagnostic.get(0)[1]
	if first then
		vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
		vim.lsp.buf.code_action()
		wait("the fix", function()
			return vim.bo.modified
		end)
		wait("an end of the problem", function()
			return #vim.diagnostic.get(0) == 0
		end)
	end
	seen.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n")
end

vim.schedule(function()
	local ok, problem = pcall(main)
	if not ok then
		seen.missing = tostring(problem)
	end
	finish()
end)
