module redcap-api-examples

go 1.19
