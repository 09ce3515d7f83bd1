project        = "shop"
retention_days = 2557
