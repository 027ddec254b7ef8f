{{%AUTOESCAPE context="HTML"}}
{{#HAY_FILAS}}
<ul>
{{#FILAS}}
<li>{{ID}}</li>
{{/FILAS}}
</ul>
{{/HAY_FILAS}}
{{#NO_FILAS}}
nada
{{/NO_FILAS}}
