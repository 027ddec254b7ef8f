{{%AUTOESCAPE context="HTML"}}
<div class="resumen" role="alert" tabindex="-1" autofocus>
<h2>Revise lo siguiente</h2>
{{#ERROR_GENERAL}}<p class="err">{{TEXTO}}</p>
{{/ERROR_GENERAL}}<ul>
{{#ERRORES}}<li><a href="{{ENLACE}}">{{TEXTO}}</a></li>
{{/ERRORES}}</ul>
</div>
