{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>{{#CONOCIDA}}Cambiar una unidad{{/CONOCIDA}}{{#NO_CONOCIDA}}Agregar una unidad{{/NO_CONOCIDA}}</h1>
<p class="lead">{{ENTIDAD}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Escriba la unidad como figura en el ROF o en el documento de organización. Si cambió de nombre, corríjala; si desapareció, indique desde cuándo: nadie más podrá registrarse en ella y la historia se conserva.</p></details>
{{#HAY_CONFLICTO}}<div class="alerta"><h2>Esto es lo que hay guardado ahora</h2>
<dl class="ficha">
{{#CONFLICTO}}<div><dt>{{DATO}}</dt><dd>{{GUARDADO}}</dd></div>
{{/CONFLICTO}}</dl></div>
{{/HAY_CONFLICTO}}<form method="post" novalidate>
{{>CSRF}}{{>CAMPO_UNIDAD}}{{>CAMPO_VERSION}}
{{>CAMPO_NOMBRE}}
<div class="fila">{{>CAMPO_SIGLA}}{{>CAMPO_TIPO}}{{>CAMPO_NIVEL}}</div>
{{>CAMPO_PADRE}}
{{>CAMPO_PREDETERMINADO}}
{{#CONOCIDA}}{{>CAMPO_HASTA}}{{/CONOCIDA}}
<div class="acc"><button>Guardar</button> <a href="/entidad/{{ENTIDAD_ID}}/ficha">Cancelar</a></div>
</form>
