{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Datos de la persona y de su puesto</h1>
<p class="lead">Paso 2 de 3. {{TIPO_SIGLA}} {{NUMERO_DOCUMENTO}}. <a href="/servidor/registrar">Cambiar el documento</a></p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Complete los datos del ingreso. Solo lo que no dice «opcional» es necesario. Nada queda registrado todavía: en el paso siguiente verá todo junto y podrá volver a cambiarlo.</p></details>
{{#CONOCIDA}}<div class="nota"><p>El portal ya conoce a <strong>{{NOMBRE}}</strong> con ese documento. Si es quien ingresa, complete su puesto. Si no, revise el número.</p></div>
{{/CONOCIDA}}<form method="post" novalidate>
{{>CSRF}}
{{#NO_CONOCIDA}}<fieldset><legend><h2>Persona nueva</h2></legend>
<div class="fila">{{>CAMPO_APELLIDO_PATERNO}}{{>CAMPO_APELLIDO_MATERNO}}</div>
{{>CAMPO_NOMBRES}}
</fieldset>
{{/NO_CONOCIDA}}{{#CONOCIDA}}<input type="hidden" name="nombres" value="{{NOMBRES}}">
{{/CONOCIDA}}<fieldset><legend><h2>Contacto</h2></legend>
<div class="fila">{{>CAMPO_CORREO}}{{>CAMPO_CELULAR}}</div>
</fieldset>
<fieldset><legend><h2>Ingreso y puesto</h2></legend>
{{>CAMPO_FECHA_INGRESO}}
{{>CAMPO_PUESTO}}
<div class="fila">{{>CAMPO_ORGANO_ID}}{{>CAMPO_ORGANO_NOMBRE}}</div>
{{>CAMPO_JEFE_NOMBRE}}{{#ELEGIR_JEFE}}{{>CAMPO_JEFE_ID}}{{/ELEGIR_JEFE}}
<div class="fila">{{>CAMPO_REGIMEN}}{{>CAMPO_MODALIDAD}}</div>
{{>CAMPO_PRIMER_INGRESO}}
</fieldset>
<details><summary>Más datos del vínculo (opcionales)</summary>
<div class="fila">{{>CAMPO_GRUPO}}{{>CAMPO_TIPO_CONTRATO}}{{>CAMPO_CONDICION}}</div>
{{>CAMPO_DOCUMENTO_SUSTENTO}}
{{>CAMPO_ES_CONFIANZA}}
</details>
<div class="acc"><button>Revisar</button> <a href="/orh/inicio">Cancelar</a></div>
</form>
