local t = {}
return function(view, memory, with)
 memory.n = (memory.n or 0) + 1
 for k, v in pairs(memory) do t[k] = v end
 return math.max(0, math.floor(uniform() * memory.n))
end