{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Agregar un material</h1>
<p class="lead">{{#DE_SERVIR}}Lo verán todas las entidades.{{/DE_SERVIR}}{{#NO_DE_SERVIR}}Lo verán solo las personas de su entidad.{{/NO_DE_SERVIR}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Póngale nombre, suba el archivo o escriba el enlace, y marque para quiénes es. Después podrá unirlo a una actividad del plan.</p></details>
<form method="post" enctype="multipart/form-data" novalidate>
{{>CSRF}}
{{>CAMPO_TITULO}}
{{>CAMPO_ARCHIVO}}
{{>CAMPO_ENLACE}}
<fieldset><legend><h2>Para quiénes</h2></legend>
{{>CAMPO_PARA_ORH}}{{>CAMPO_PARA_JEFE}}{{>CAMPO_PARA_SERVIDOR}}
</fieldset>
{{>CAMPO_ETAPA}}
{{>CAMPO_DESCRIPCION}}
<div class="acc"><button>Guardar el material</button> <a href="/material/lista">Cancelar</a></div>
</form>
