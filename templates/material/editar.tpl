{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Cambiar un material</h1>
<p class="lead">{{#HAY_NOMBRE_ARCHIVO}}Archivo guardado: <a href="/material/{{ID}}/archivo">{{NOMBRE_ARCHIVO}}</a>{{/HAY_NOMBRE_ARCHIVO}}{{#NO_NOMBRE_ARCHIVO}}Es un enlace.{{/NO_NOMBRE_ARCHIVO}} Actividades de sus planes que lo usan: {{USOS}}.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Corrija lo que haga falta. Si sube otro archivo, reemplaza al anterior para todos. Si lo retira, deja de mostrarse, también en las actividades; puede volver a ponerlo aquí mismo.</p></details>
<form method="post" enctype="multipart/form-data" novalidate>
{{>CSRF}}{{>CAMPO_VERSION}}
{{>CAMPO_TITULO}}
{{>CAMPO_ARCHIVO}}
{{>CAMPO_ENLACE}}
<fieldset><legend><h2>Para quiénes</h2></legend>
{{>CAMPO_PARA_ORH}}{{>CAMPO_PARA_JEFE}}{{>CAMPO_PARA_SERVIDOR}}
</fieldset>
{{>CAMPO_ETAPA}}
{{>CAMPO_DESCRIPCION}}
{{>CAMPO_RETIRADO}}
<div class="acc"><button>Guardar</button> <a href="/material/lista">Cancelar</a></div>
</form>
