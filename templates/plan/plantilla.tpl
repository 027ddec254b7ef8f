{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Plantilla del plan, versión {{VERSION}}</h1>
<p class="lead">{{NOMBRE}} <span class="est">{{ESTADO:x-palabra}}</span></p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>{{#PUEDE_EDITAR}}Prepare lo que todas las entidades verán al adoptar la plantilla. Mientras sea borrador solo lo ve SERVIR; lo publicado no se cambia.{{/PUEDE_EDITAR}}{{#NO_PUEDE_EDITAR}}Vea lo que SERVIR propone para la inducción. Su entidad la adopta y agrega lo suyo en su propio plan.{{/NO_PUEDE_EDITAR}}</p></details>
{{#HAY_NOTA}}<div class="nota"><p>{{NOTA}}</p></div>
{{/HAY_NOTA}}{{#PUEDE_EDITAR}}<div class="acc"><a class="btn sec" href="/plan/plantilla_publicar/{{ID}}">Publicar</a> <a href="/plan/plantilla_ordenar/{{ID}}">Ordenar o quitar actividades</a></div>
<h2>Agregar una actividad</h2>
<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_TITULO}}
<div class="fila">{{>CAMPO_ETAPA}}{{>CAMPO_QUIEN}}</div>
<div class="fila">{{>CAMPO_DIAS}}{{>CAMPO_CUANDO}}{{>CAMPO_HORAS}}</div>
{{>CAMPO_EVIDENCIA}}
<details><summary>Más opciones: indicaciones, material, para quiénes</summary>
{{>CAMPO_OPCIONAL}}
{{>CAMPO_DESCRIPCION}}
{{>CAMPO_MATERIAL}}
{{>CAMPO_REGIMEN}}
{{>CAMPO_GRUPO}}
{{>CAMPO_PRIMER_INGRESO}}
</details>
<div class="acc"><button>Agregar la actividad</button></div>
</form>
{{/PUEDE_EDITAR}}<h2>Actividades de la plantilla</h2>
{{>LINEAS_LISTA}}
<p class="noimp"><a href="/plan/plantillas">Ver todas las versiones</a></p>
