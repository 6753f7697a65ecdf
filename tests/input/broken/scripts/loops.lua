return function(view, memory, with)
  while true do end
end
