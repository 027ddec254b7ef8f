{{%AUTOESCAPE context="HTML"}}
<div class="nota vacio">
<p>{{TEXTO}}</p>
{{#HAY_ACCION}}<p><a href="{{ACCION_URL}}">{{ACCION_TEXTO}}</a></p>
{{/HAY_ACCION}}</div>
