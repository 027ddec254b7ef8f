{{%AUTOESCAPE context="HTML"}}
[{{#CASO_M}}{{M:x-miles}}{{/CASO_M}}{{#CASO_S}}{{S:x-soles}}{{/CASO_S}}{{#CASO_P}}{{P:x-palabra}}{{/CASO_P}}{{#CASO_N}}{{N:x-segun=día/días}}{{/CASO_N}}{{#CASO_L}}{{L:x-largo}}{{/CASO_L}}{{#CASO_I}}{{I:x-iso}}{{/CASO_I}}]
