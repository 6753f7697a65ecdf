return function(view, memory, with)
  if view.position < 4 then
    return 4
end
