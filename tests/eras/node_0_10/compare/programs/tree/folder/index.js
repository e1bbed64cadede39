exports.index = true; exports.parent = module.parent && module.parent.id === "."; 
